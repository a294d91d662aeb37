"""Where papers contradict themselves, each other, or the day on which they came."""

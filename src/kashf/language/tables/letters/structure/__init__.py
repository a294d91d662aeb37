"""Words by which heads, feet and citations of letters are read for what they are, whatever their labels say."""

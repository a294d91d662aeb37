"""What runs inside a box: the zygote, the child that opens one file, and the frames and messages both sides speak."""

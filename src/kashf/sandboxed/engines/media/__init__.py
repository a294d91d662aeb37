"""What sound and film say of themselves: how long, by which device, when and where. Nobody listens to them here.

`recordings`    the reader, which asks one of the others by type
`iso_boxes`     MP4, MOV, 3GP and M4A
`matroska`      Matroska and WebM
`wave_chunks`   WAV, whose header is held against what is there
`voice_frames`  AMR, as telephones keep speech
`tags`          MP3, OGG, Opus, FLAC and what else tinytag knows
"""

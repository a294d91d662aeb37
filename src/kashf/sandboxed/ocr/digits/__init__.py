"""Numbers on a page image, read by shape.

Tesseract's Arabic model reads hardly a number in Arabic-Indic digits right. Where it stood before something that is no plain word, the ink
is looked at again, stroke by stroke:

    strips      the lines of a page that was read, as level pictures
    strokes     ink -> connected strokes
    features    a stroke -> what it is told by
    classifier  a stroke -> how likely it is each sign; the table is made by data/make_digits.py
    number_paths  strokes -> numbers
    rereading   a page -> the same page with the numbers read so
"""

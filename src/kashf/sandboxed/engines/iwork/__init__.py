"""Pages, Numbers and Keynote since 2013: text out of the archives (.iwa) in which they keep everything.

`snappy`        the packing of these archives
`iwa`           archives, messages and their fields
`iwork_reader`  which fields are text
"""

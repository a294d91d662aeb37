"""What `verify` looks at, one module a matter; each check takes an open case and returns faults.

entry_checks    the ledger: chains, head, and whether entries say what their kinds say
receipt_checks  what the receipts list, beside what the tables hold
blob_checks     the bytes: their hashes, what names them, and how their files lie there
row_checks      what was made of the files, beside what was sealed when it was made
label_checks    case.toml, beside the entry that made the case
folder_checks   the case's folder: who else can look into it
unnamed_blobs   takes away what a stopped run left
fault_names     what people call the files that faults are about
"""

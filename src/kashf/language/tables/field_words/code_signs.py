"""How programs, settings and records of machines are written, as names of files and as names within them."""

from typing import Final

#: Ends of names of such files.
SUFFIXES: Final = """
bash bat bib c cc cfg cmake cmd conf cpp cs css env go gradle h hpp ini java js json jsonl jsx kt lock log lua make md5 mjs mk php pl pom
properties ps1 py pyi r rb reg rs rst sass scala scss service sh sql swift tex toml ts tsx vb xml xsd xsl yaml yml zsh
"""
#: Media types of such files, or what they begin with.
MEDIA_TYPES: Final = ("application/json", "application/javascript", "application/x-sh", "application/toml", "application/yaml", "text/x-")
#: What stands in the names that programs give to things, and in no label that is printed for people: quotes all around, signs that divide
#: words or open a block, small letters joined to capital ones.
NAME: Final = r"""^["'].*["']$|^[\[{<@$#;]|[{};<>\\=]|\w\(|\w_\w|::|^\w+\.\w+(?:\.\w+)*$|^[a-z]+[a-z0-9]*[A-Z]\w*$"""

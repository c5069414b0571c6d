"""What is put into Markdown: text that shows as it is, block quotations, whose words they are."""

import re


def literal(text: str) -> str:
    """Text that Markdown shows as it is."""
    marked = re.sub(r"([\\`*_\[\]<>#|~&!])", r"\\\1", text)
    # what makes lists, and headings
    return re.sub(r"^(\s*(?:\d+(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|=|-{2})))(.)", r"\1\\\2", marked)


def block_quotation(words: str) -> str:
    """Words as a block quotation, line by line."""
    return "\n".join(f"> {literal(line)}".rstrip() for line in words.split("\n"))


def voice(name: str | None, role: str | None) -> str | None:
    """A speaker's name, in bold, and role; None where it is not known who speaks."""
    if not name:
        return None
    return f"**{literal(name)}**, {literal(role)}" if role else f"**{literal(name)}**"

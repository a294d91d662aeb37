import re

import pytest

from kashf.errors import QuerySyntaxError
from kashf.search.parse import MOST_NESTED, parse
from kashf.search.query import And, Beginning, Expression, Narrow, Node, Not, Or, Quoted, Similar, Term, Wildcard, explain, render

A, B, C = Term("a"), Term("b"), Term("c")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("الشمالي", Term("الشمالي")),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a and b", And((A, B))),
        ("a & b", And((A, B))),
        ("a و b", And((A, B))),
        ("a or b", Or((A, B))),
        ("a أو b", Or((A, B))),
        ("a | b", Or((A, B))),
        ("a|b", Or((A, B))),
        ("or a", And((Term("or"), A))),
        ("a or", And((A, Term("or")))),
        ("a not b", And((A, Term("not"), B))),
        ("a -b", And((A, Not(B)))),
        ('a -"b c"', And((A, Not(Quoted("b c"))))),
        ("a -(b c)", And((A, Not(And((B, C)))))),
        ("+a +b", And((Term("+a"), Term("+b")))),
        ('"a b', Quoted("a b")),
        ("‹a b› ‘a c’", And((Quoted("a b"), Quoted("a c")))),
        ("sorce:y", Term("sorce:y")),
        ("http://x.example/a?b=*", Term("http://x.example/a?b=*")),
        ("/data/orders/a.txt", Term("/data/orders/a.txt")),
        ("source: a", And((Term("source:"), A))),
        ("الرقم:472", Term("الرقم:472")),
        ("ab*cd", Wildcard("ab*cd")),
        ("*cd", Wildcard("*cd")),
        ("قرار?", Wildcard("قرار?")),
        ("is he?", And((Term("is"), Term("he")))),
        ("*.pdf", Term("pdf")),
        ("/sham(al|ol)i?/", Expression("sham(al|ol)i?")),
        ("within:page a b", And((Narrow("within", "page"), A, B))),
        ("name:order", Narrow("name", "order")),
        ("from:a@example.org", Narrow("from", "a@example.org")),
        ("a OR b c", Or((A, And((B, C))))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("a (b c)", And((A, B, C))),
        ("a OR (b OR c)", Or((A, B, C))),
        ("a NOT b", And((A, Not(B)))),
        ("a AND NOT b", And((A, Not(B)))),
        ("NOT b a", And((Not(B), A))),
        ("a NOT NOT b", And((A, B))),
        ("a NOT (b OR c)", And((A, Not(Or((B, C)))))),
        ('"a b"', Quoted("a b")),
        ('"a b"~2', Quoted("a b", 2)),
        ('"AND"', Quoted("AND")),
        ("“ابو محمد” «ابو عمر»~1", And((Quoted("ابو محمد"), Quoted("ابو عمر", 1)))),
        ('"a"b', And((Quoted("a"), B))),
        ("a(b)", And((A, B))),
        ("الشمال*", Beginning("الشمال")),
        ("sham~", Similar("sham", 1)),
        ("sham~2", Similar("sham", 2)),
        ("al-Shamali", Term("al-Shamali")),
        ("a - b ، c …", And((A, B, C))),
        ("12:30", Term("12:30")),
        ("من: فلان", And((Term("من:"), Term("فلان")))),
        ("source:courier", Narrow("source", "courier")),
        ("field:go-between", Narrow("field", "go-between")),
        ("field:go-between=Omar", Narrow("field", "go-between=Omar")),
        ('field:go-between="Abu Omar"', Narrow("field", "go-between=Abu Omar")),
        ('field:"go-between=Abu Omar" a', And((Narrow("field", "go-between=Abu Omar"), A))),
        ('field:"date of birth"="Abu Omar" a', And((Narrow("field", "date of birth=Abu Omar"), A))),
        ('Field:"date of birth"=1987 a', And((Narrow("field", "date of birth=1987"), A))),
        ("حقل:الوسيط=«أبو عمر» a", And((Narrow("field", "الوسيط=أبو عمر"), A))),
        ('a -field:"الوسيط"', And((A, Not(Narrow("field", "الوسيط"))))),
        ('Source:"Courier One"', Narrow("source", "Courier One")),
        ("date:2014-10..2014-12", Narrow("date", "2014-10..2014-12")),
        ("\u200fالشمالي\u200f \u200eAND\u200e a", And((Term("الشمالي"), A))),
        ("a\t\nb\u00a0c", And((A, B, C))),
    ],
)
def test_a_query_is_read_as_it_is_meant(query: str, expected: Node) -> None:
    assert expected == parse(query)


@pytest.mark.parametrize("query", ["date:", "from:", "oil date: ", "تاريخ:"])
def test_a_field_with_nothing_behind_it_is_refused(query: str) -> None:
    with pytest.raises(QuerySyntaxError, match="nothing stands behind"):
        parse(query)


@pytest.mark.parametrize(
    ("query", "position", "message"),
    [
        ("", 0, "nothing to search for"),
        (" … ", 0, "nothing to search for"),
        ('x ""', 2, "no word between these quotes"),
        ("x field:=omar", 8, "field:go-between=Omar"),
        ("حقل:الوسيط=", 4, "field:go-between=Omar"),
        ("x ()", 2, "nothing between these parentheses"),
        ("x (y", 2, "not closed"),
        ("x (", 2, "not closed"),
        ("x) y", 1, "closes nothing"),
        (")", 0, "closes nothing"),
        ("x AND", 2, "AND needs something after it"),
        ("OR x", 0, "OR needs something before it"),
        ("(OR x)", 1, "OR needs something before it"),
        ("x AND AND y", 2, 'quotes: "AND"'),
        ("x OR (y NOT)", 8, "NOT needs something after it"),
        ("NOT x", 0, "NOT only leaves out"),
        ("x OR NOT y", 0, "NOT only leaves out"),
        ("from:...", 5, "a name has at least one letter"),
        ("x date:2014-13", 7, "there is no month 13"),
        ("date:2014-02-30", 5, "2014-02 has no day 30"),
        ("date:2014..2013", 5, "ends before it begins"),
        ("date:soon", 5, "a date is written 2014"),
        ("date:..", 5, "a date is written 2014"),
        ("lang:arabic", 5, "by its code"),
        ("type:paper", 5, "one of pdf, image"),
        ("origin:paper", 7, "digital, ocr, transcription or mixed"),
        ("x ا*", 3, "at least 2 letters"),
        ("x *ا?", 2, "at least 2 letters"),
        ("al-sham*", 7, "work on one word"),
        ("a*b*c*d*e", 1, "at most 3 places"),
        ("x /a+b*c+d*/", 2, "at most 3 places"),
        ("/(a+)+/", 0, "cannot be read"),
        ("/[a/", 0, "cannot be read"),
        ("name:…", 5, "at least one letter or digit"),
        ("within:book", 7, "within a page or a document"),
        ("al-sham~", 0, "works on one word"),
        ("ab~", 0, "at least three letters"),
        ("sham~3", 4, "takes 1 or 2"),
        ('"a b"~99', 5, "a number up to 10"),
        ('"a b"~', 5, "a number up to 10"),
        ('"a b c d e f g h i j"~10', 21, "too long for ~10"),
        ("a\x00b", 1, "U+0000"),
        ("a \x1b[31m", 2, "U+001B"),
        ("a \ud800", 2, "U+D800"),
        ("x" * 10_001, 10_000, "10,001 characters"),
        ("x " * 2_001, 0, "more than 2,000 words"),
        ('"' + "x " * 2_001 + '"', 0, "more than 2,000 words"),
        ("(" * 60 + "x" + ")" * 60, MOST_NESTED, "more than 50 deep"),
    ],
)
def test_a_malformed_query_is_refused_with_the_place_and_a_way_out(query: str, position: int, message: str) -> None:
    with pytest.raises(QuerySyntaxError, match=re.escape(message)) as refusal:
        parse(query)

    assert position == refusal.value.position


def test_long_chains_of_operators_do_not_exhaust_the_stack() -> None:
    assert A == parse("NOT " * 2_000 + "a")
    assert 1_000 == len(getattr(parse(" OR ".join("x" * 1_000)), "parts", ()))


def test_a_query_is_explained_in_words() -> None:
    query = parse('(Shamali OR شمالي) "oil for"~2 pass* fert~ date:2014 NOT (draft OR copy)')

    assert (
        '(Shamali or شمالي) and "oil for" with up to 2 words between and words beginning with pass and words within 1 letter of fert'
        " and written 2014 and not (draft or copy)"
    ) == explain(query)


def test_a_query_is_written_out_so_that_it_can_be_typed() -> None:
    assert '(a OR b) NOT "c d"~2 source:"x"' == render(parse('( a OR b ) AND NOT "c d"~2 source:x'))

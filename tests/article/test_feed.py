"""Feeds: their entries, whole or as an address."""

from pathlib import Path

import pytest

from tui.article.feed import read
from tui.article.loading import ArticleError, article_from_bytes, load, parts_of
from tui.article.manuscript import Part

FILES = Path(__file__).parent / "files"
RSS = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Ostrand Observer</title>'
    "<link>https://observer.example/news/</link>"
)
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Observer</title>'
SENTENCE = "The gates of the harbour close in May, the authority said on Monday. "
LONG = SENTENCE * 15


def rss(*items: str) -> str:
    return f"{RSS}{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"


def parts(data: str | bytes) -> tuple[Part, ...]:
    found = read(data.encode() if isinstance(data, str) else data)
    assert isinstance(found, tuple)
    return found


def blocks(part: Part) -> list[tuple[str, str]]:
    assert part.read is not None
    return [(piece.kind, piece.text) for piece in part.read().pieces]


def content(html: str) -> str:
    """An entry that holds HTML as it is."""
    return f"<title>T</title><content:encoded><![CDATA[{html}]]></content:encoded>"


@pytest.mark.parametrize("name", ["ministers_meeting.rss", "ministers_meeting.atom"])
def test_an_entry_with_its_article_is_that_article(name: str) -> None:
    found = parts_of(str(FILES / name))
    assert found is not None
    whole, teaser = found
    plain = load("sample_articles/ministers_meeting.txt")
    loaded = load(f"{FILES / name}#{whole.name}")
    assert loaded.text == plain.text
    assert loaded.blocks == plain.blocks
    assert (loaded.title, loaded.byline, loaded.date) == (plain.title, plain.byline, "2025-06-03")
    assert whole.link == "https://courier.norrland.example/2025/06/five-hours"
    assert (teaser.read, teaser.title, teaser.date) == (None, "A bucket at the gate", "2025-06-02")
    assert teaser.link == "https://courier.norrland.example/2025/06/bucket"


def test_an_entrys_name_stays_when_others_come_before_it() -> None:
    old = "<title>A</title><guid isPermaLink='false'>a-1</guid>"
    new = "<title>B</title><link>https://observer.example/b</link>"
    assert parts(rss(old))[0].name == parts(rss(new, old))[1].name
    assert len({part.name for part in parts(rss(new, old, old))}) == 3


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("<pubDate>Tue, 03 Jun 2025 23:40:00 -0500</pubDate>", "2025-06-03"),
        ("<dc:date>2025-06-03T23:40:00-05:00</dc:date>", "2025-06-03"),
        ("<pubDate>last Tuesday</pubDate>", "last Tuesday"),
        ("", None),
    ],
)
def test_the_day_is_that_of_the_place_where_it_was_written(told: str, date: str | None) -> None:
    assert parts(rss(f"<title>A</title>{told}"))[0].date == date


def test_a_summary_is_no_article_and_a_long_description_is_one() -> None:
    link = "<title>A</title><link>https://observer.example/a</link>"
    short, long, cut = parts(
        rss(
            f"{link}<description>{SENTENCE}</description>",
            f"{link}<description>{LONG}</description>",
            f"{link}<description>{LONG} [&#8230;] Continue reading</description>",
        )
    )
    assert (short.read, cut.read) == (None, None)
    assert blocks(long) == [("paragraph", LONG.strip())]


def test_an_entry_without_an_address_has_what_there_is() -> None:
    assert blocks(parts(rss(f"<title>A</title><description>{SENTENCE}</description>"))[0]) == [
        ("paragraph", SENTENCE.strip())
    ]


def test_the_blocks_are_those_of_the_html() -> None:
    html = (
        "<h2>Why</h2><p>One “x” &amp; &lt;two&gt;, <b>bold</b>ly.<!-- no --> All.</p>"
        "<script>no()</script><blockquote><p>It closes.</p></blockquote><ul><li>a</li><li>b</li>"
        "</ul>loose<br><br>line <q>so</q>"
    )
    assert blocks(parts(rss(content(html)))[0]) == [
        ("heading", "Why"),
        ("paragraph", "One “x” & <two>, boldly. All."),
        ("quote", "It closes."),
        ("item", "a"),
        ("item", "b"),
        ("paragraph", "loose"),
        ("paragraph", "line “so”"),
    ]


@pytest.mark.parametrize("broken", ["", "<title>R&D & more</title>"], ids=["whole", "broken"])
def test_words_and_quotation_marks_stay_as_they_are(broken: str) -> None:
    said = '“It’s ‘late’,” she—"so" said… 5\'8" 3 &lt; 4 &amp;amp; &#8220;x&#8221; &quot;y&quot;'
    seen = '“It’s ‘late’,” she—"so" said… 5\'8" 3 < 4 & “x” "y"'
    escaped = f"&lt;p&gt;{said.replace('&lt; 4', '&amp;lt; 4')}&lt;/p&gt;"
    for text in (said, escaped):
        found = parts(rss(f"<title>{said}</title><description>{text}</description>", broken))[0]
        assert found.title == seen
        assert blocks(found) == [("paragraph", seen)]


def test_atom_tells_which_text_is_html() -> None:
    (found,) = parts(
        f'{ATOM}<entry><id>urn:1</id><title type="text">a &lt;b&gt; c</title>'
        '<content type="text">5 &lt; 6 &amp;amp; “x”\n\n&lt;p&gt;</content></entry></feed>'
    )
    assert found.title == "a <b> c"
    assert [text for _, text in blocks(found)] == ["5 < 6 &amp; “x”", "<p>"]


def test_atom_with_elements_in_its_content() -> None:
    (found,) = parts(
        f"{ATOM}<author><name>Simone Tarr</name></author><entry><id>urn:1</id>"
        '<title type="html">&lt;i&gt;Maren Isa&lt;/i&gt; &amp;amp; the mole</title>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>“No,” she said.</p>'
        "<p>3 &lt; 4</p></div></content></entry></feed>"
    )
    assert found.title == "Maren Isa & the mole"
    assert [text for _, text in blocks(found)] == ["“No,” she said.", "3 < 4"]
    assert found.read is not None
    assert found.read().byline == "Simone Tarr"


@pytest.mark.parametrize(
    ("told", "byline"),
    [
        ("<dc:creator>Simone Tarr</dc:creator>", "Simone Tarr"),
        ("<author>s@o.example (Simone Tarr)</author>", "Simone Tarr"),
        ("<author>Simone Tarr &lt;s@o.example&gt;</author>", "Simone Tarr"),
        ("<author>s@o.example</author>", None),
        ("<dc:creator>Simone Tarr</dc:creator><dc:creator>Ada Falk</dc:creator>",
         "Simone Tarr and Ada Falk"),
    ],
)  # fmt: skip
def test_the_byline_is_the_authors_name(told: str, byline: str | None) -> None:
    (found,) = parts(rss(f"<title>A</title>{told}<description>{SENTENCE}</description>"))
    assert found.read is not None
    assert found.read().byline == byline


def test_links_are_made_whole_and_only_lead_to_the_web() -> None:
    found = parts(
        rss(
            "<title>A</title><link>/a?b=1&amp;c=2</link>",
            "<title>B</title><link>javascript:alert(1)</link>",
            "<title>C</title><link>file:///etc/passwd</link>",
            "<title>D</title><link>http://[broken</link>",
        )
    )
    assert [part.link for part in found[:3]] == ["https://observer.example/a?b=1&c=2", None, None]
    (based,) = parts(
        f'{ATOM}<entry xml:base="https://o.example/x/"><link href="../y"/></entry></feed>'
    )
    assert based.link == "https://o.example/y"


def test_an_entry_without_a_title_is_called_by_its_first_words() -> None:
    described, bare = parts(rss(f"<description>&lt;p&gt;{SENTENCE}</description>", ""))
    assert described.title == "The gates of the harbour close in May, the authority…"
    assert described.read is not None
    assert described.read().title is None
    assert bare.title == "an entry without a title"


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "x.dtd">\n'
        '<rss version="0.91"><channel><item><title>Caf&eacute;</title></item></channel></rss>',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><item><title>Café</title></item></rdf:RDF>',
        f"{ATOM}<entry><title>Café</title></entry></feed>",
        "\n\n" + rss("<title>Café</title>"),
        rss("<title>Caf&#233;</title>").partition("</item>")[0],
    ],
)
def test_every_kind_of_feed(text: str) -> None:
    assert [part.title for part in parts(text)] == ["Café"]


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_a_feed_in_another_encoding(encoding: str) -> None:
    text = rss("<title>Café</title>").replace('"utf-8"', f'"{encoding.removesuffix("-sig")}"')
    assert parts(text.encode(encoding))[0].title == "Café"


def test_entities_that_grow_and_files_that_entities_name_are_not_looked_at() -> None:
    growing = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 50}">\n'
        for before, name in zip("abcdef", "bcdefg", strict=True)
    )
    text = rss("<title>A &g; &file;</title>").replace(
        "<rss", f'<!DOCTYPE rss [\n<!ENTITY a "aaaaaaaaaa">\n{growing}'
        '<!ENTITY file SYSTEM "file:///etc/passwd">\n]>\n<rss', 1,
    )  # fmt: skip
    assert parts(text)[0].title == "A &g; &file;"


def test_elements_within_elements_without_end_are_bounded() -> None:
    (found,) = parts(rss(f"<title>A</title><description>{'&lt;div&gt;' * 50_000}x</description>"))
    assert found.read is not None
    with pytest.raises(ValueError, match=r"^there is no text in the entry$"):
        found.read()


def test_every_entry_of_a_long_feed_is_there() -> None:
    items = [f"<title>{i}</title><link>https://observer.example/{i}</link>" for i in range(1000)]
    found = parts(rss(*items))
    assert [part.title for part in found] == [str(i) for i in range(1000)]
    assert len({part.name for part in found}) == 1000


@pytest.mark.parametrize("text", ["<rss", f"{RSS}<item><title>&#x99999999;</title>&</item>"])
def test_a_feed_without_an_entry_that_can_be_read_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"^it is damaged: no entry of the feed can be read$"):
        read(text.encode())


def test_a_feed_without_entries_says_so() -> None:
    with pytest.raises(
        ArticleError, match=r"^cannot read standard input: there are no articles in it$"
    ):
        article_from_bytes(rss().encode(), "-")


def test_what_a_site_puts_around_an_entry_is_left_out() -> None:
    (part,) = parts(
        rss(
            content(
                "<figure><img src='a.png'/><figcaption>File picture</figcaption></figure>"
                f"<p>{LONG}</p><p>Share this on:</p><ul><li>Print</li><li>Email</li></ul>"
                "<div class='sharedaddy'><h3>Share this:</h3><ul><li>Print</li></ul></div>"
                "<p>The post <a href='x'>The gates. Again</a> appeared first on O.</p>"
                "<p><a href='https://observer.example/#comments'>87 comments</a></p>"
            )
        )
    )
    assert blocks(part) == [("paragraph", LONG.strip())]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG}</p><p>Follow these rules:</p><ul><li>no dogs</li><li>no boats</li></ul>",
        f"<p>{LONG}</p><p><a href='x'>The report is here.</a></p>",
        f"<p>{LONG}</p><ul><li><a href='x'>The first list</a></li></ul>",
        f"<aside><p>{SENTENCE}</p></aside>",
    ],
)
def test_the_end_of_an_entry_and_its_only_text_stay(body: str) -> None:
    (part,) = parts(rss(content(body)))
    tags = ("<p>", "<li>")
    assert len(blocks(part)) == sum(body.count(tag) for tag in tags)


def test_an_entry_of_atom_in_xhtml_is_its_article() -> None:
    (part,) = parts(
        f'{ATOM}<entry><title>T</title><id>a</id><content type="xhtml"><div '
        f'xmlns="http://www.w3.org/1999/xhtml"><p>{LONG}</p><ul><li>a rope</li></ul></div>'
        "</content></entry></feed>"
    )
    assert blocks(part) == [("paragraph", LONG.strip()), ("item", "a rope")]

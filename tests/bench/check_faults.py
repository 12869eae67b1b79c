"""Link faults to plant for the comparison of the checks with their peers, and right look-alikes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Planted:
    """A paragraph with a fault.

    Attributes:
        name: what is wrong.
        language: folder of the page that it is planted into.
        text: Markdown.
    """

    name: str
    language: str
    text: str


FAULTS = (
    Planted("missing page", "zh-TW", "見[某頁](../concepts/zz-nowhere.md)。"),
    Planted("missing page, anchor given", "en", "See [a page](../concepts/zz-nowhere.md#why)."),
    Planted("missing section", "zh-TW", "見[某節](../concepts/qe.md#zz-nowhere)。"),
    Planted("missing section of the page", "en", "See [below](#zz-nowhere)."),
    Planted("missing section, percent-encoded", "zh-TW", "見[某節](../concepts/qe.md#%E5%8E%9F)。"),
    Planted("missing section, Chinese", "zh-TW", "見[某節](../concepts/qe.md#原因)。"),
    Planted("wrong language, relative", "zh-TW", "見[量化寬鬆](../../en/concepts/qe.md)。"),
    Planted("wrong language, absolute", "zh-TW", "見[量化寬鬆](/en/concepts/qe/)。"),
    Planted("missing image", "en", "![A chart](../assets/zz-nowhere.png)"),
    Planted("image without text", "en", "![](https://example.org/a.png)"),
    Planted("http image", "zh-TW", "![走勢](http://www.federalreserve.gov/a.png)"),
    Planted("undefined reference", "en", "See [the page][zz-nowhere]."),
    Planted("bare address", "zh-TW", "資料在 https://example.org/data 上。"),
    Planted("link in raw HTML", "en", 'See <a href="../concepts/zz.md">it</a>.'),
    Planted(
        "srcset in raw HTML",
        "en",
        '<img src="https://example.org/a.png" srcset="zz.png 2x" alt="A">',
    ),
    Planted("capitals differ", "en", "See [easing](../concepts/QE.md)."),
    Planted("absolute link to our site", "en", "See [easing](/concepts/qe/)."),
    Planted("javascript link", "zh-TW", "見[說明](javascript:alert(1))。"),
    Planted("duplicate id", "en", "## One {#zz-twice}\n\nText.\n\n## Two {#zz-twice}\n\nText."),
    Planted(
        "link closed by a full-width parenthesis", "zh-TW", "見[量化寬鬆](../concepts/qe.md）。"
    ),
    Planted("unused definition", "en", "Text.\n\n[zz-left]: https://example.org/"),
    Planted("folder instead of file", "en", "See [easing](../concepts/qe/)."),
    Planted("empty link", "zh-TW", "見[量化寬鬆]()。"),
    Planted("reversed link", "en", "See (easing)[../concepts/qe.md]."),
)
LOOK_ALIKES = (
    Planted("link in code", "zh-TW", "寫成 `[文](zz-nowhere.md)`。"),
    Planted("link in a fence", "en", "```text\n[text](zz-nowhere.md)\n```"),
    Planted(
        "encoded anchor that exists", "en", "See [the points](../concepts/qe.md#key%2Dpoints)."
    ),
    Planted("interval", "en", "The interval [0, 1] (closed) and the array a[0]."),
    Planted("Chinese after a link", "zh-TW", "見[量化寬鬆](../concepts/qe.md)（第一節）。"),
    Planted("link with a title", "en", 'See [easing](../concepts/qe.md "What it is").'),
)

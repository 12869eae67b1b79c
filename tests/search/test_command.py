"""`python -m scripts search`, on a small knowledge base."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from scripts.content.problems import ContentError
from scripts.search import command
from scripts.search.build import write_search_index
from tests.search.library import make_library


def run(root: Path, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.register(parser.add_subparsers(), build)
    options = parser.parse_args(["search", "--site-dir", str(root / "site"), *arguments])
    return int(options.run(root, options))


def build(root: Path, site_dir: Path) -> None:
    """Stands for the build of the whole site."""
    kb, _ = make_library(root / "fresh")
    (root / "fresh" / "site").rename(site_dir)
    write_search_index(kb, site_dir)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    kb, site = make_library(tmp_path)
    write_search_index(kb, site)
    return tmp_path


def test_results_are_printed_with_the_reasons(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "聯準匯升息") == 0
    printed = capsys.readouterr().out
    assert "聯準會升息" in printed  # how it was understood
    assert "#fed" in printed and "concepts/fed/#hike" in printed


def test_json_names_address_title_and_score(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "carry trade", "--lang", "en", "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["q"] == "carry trade"
    first = data["results"][0]
    assert first["url"] == "en/faq/yen/"
    assert first["title"].startswith("What has the yen")
    assert first["score"] > 0


def test_a_batch_gives_a_line_for_each_query_in_its_language(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = root / "queries.jsonl"
    lines = [{"q": "房价", "lang": "zh-Hans"}, {"q": "house prices", "lang": "en"}, {"q": "日圓"}]
    batch.write_text("\n".join(json.dumps(line) for line in lines) + "\n\n", encoding="utf-8")
    assert run(root, "--batch", str(batch)) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["q"] for answer in answers] == ["房价", "house prices", "日圓"]
    urls = [answer["results"][0]["url"] for answer in answers]
    assert urls == ["concepts/housing/", "en/concepts/housing/", "faq/yen/"]


def test_every_line_that_is_no_query_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = root / "queries.jsonl"
    batch.write_text('{"q": "房價"}\n["房價"]\n{"q": 7}\n{"q": "x"\nnull\n', encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        run(root, "--batch", str(batch))
    assert [problem.line for problem in caught.value.problems] == [2, 3, 4, 5]
    assert not capsys.readouterr().out


def test_a_file_that_is_no_text_is_told(root: Path) -> None:
    batch = root / "queries.jsonl"
    batch.write_bytes(b'{"q": "\xff\xfe"}\n')
    with pytest.raises(ContentError, match="UTF-8"):
        run(root, "--batch", str(batch))
    with pytest.raises(ContentError, match="cannot be read"):
        run(root, "--batch", str(root / "none.jsonl"))


HOSTILE = [
    "",
    " ",
    "\x00\x07",
    "((((.*",
    "\u202e房價",
    "🙂",
    "債" * 5000,
    "房價\u2028升息",
    "\ud800",
]


def test_a_batch_answers_every_line_however_hostile(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = root / "queries.jsonl"
    lines = [json.dumps({"q": query}, ensure_ascii="\ud800" in query) for query in HOSTILE]
    batch.write_text("\ufeff" + "\r\n".join(lines) + "\n", encoding="utf-8")
    assert run(root, "--batch", str(batch), "--lang", "en") == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.encode().split(b"\n") if line]
    assert [answer["q"] for answer in answers] == HOSTILE


def test_a_language_that_the_site_lacks_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(root, "房價", "--lang", "fr")
    assert "`fr`" in capsys.readouterr().err


def test_a_call_without_a_query_says_how_to_call(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root) == 2
    assert "--batch" in capsys.readouterr().err


def test_the_site_is_built_where_there_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "房價", "--json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["results"][0]["url"] == "concepts/housing/"
    assert "building" in printed.err

"""The whole built site, by the rules that `check --site` applies."""

from pathlib import Path

from scripts.checks.built.run import check_site
from scripts.cli import ROOT


def test_every_address_of_the_built_site_resolves(site_folder: Path) -> None:
    findings = check_site(ROOT, site_folder)
    assert [str(found) for found in findings] == []

"""Findings for machines: JSON, SARIF 2.1.0, annotations of GitHub Actions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from scripts.checks.finding import Finding
from scripts.checks.registry import FAMILIES, RULES
from scripts.checks.rule import Rule


def as_json(findings: Iterable[Finding]) -> str:
    """One list of objects: path, line, column, rule, severity, message."""
    rows = [
        {
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: Iterable[Finding]) -> str:
    """Workflow commands, which GitHub shows beside the line of a pull request.

    See “Workflow commands for GitHub Actions”, section “Setting an error message”.
    """
    return "\n".join(
        f"::{finding.severity} file={_property(finding.path)},line={finding.line},"
        f"col={finding.column},title={_property(finding.rule)}::{_data(finding.message)}"
        for finding in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Iterable[Finding]) -> str:
    """SARIF 2.1.0, which code-scanning services read."""
    index = {rule.id: place for place, rule in enumerate(RULES)}
    run = {
        "tool": {
            "driver": {
                "name": "check",
                "informationUri": "https://github.com/qe-knowledge-base/qe-knowledge-base",
                "rules": [_descriptor(rule) for rule in RULES],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index) for finding in findings],
    }
    report = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _descriptor(rule: Rule) -> dict[str, Any]:
    family = next(name for name, prefix in FAMILIES.items() if rule.id.startswith(prefix))
    return {
        "id": rule.id,
        "name": type(rule).__name__,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.reason},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [family]},
    }


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    region: dict[str, int] = {"startLine": finding.line, "startColumn": finding.column}
    if finding.length:
        region["endColumn"] = finding.column + finding.length
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": finding.path},
                    "region": region,
                }
            }
        ],
    }

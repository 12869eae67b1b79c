"""The arithmetic behind the worked examples of the articles, for authors and for the tests."""

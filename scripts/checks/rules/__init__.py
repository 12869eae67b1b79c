"""The rules, a folder for each family and a small class for each rule."""

"""Charts of record: series and programmes to inline SVG, drawn while the site is built.

`curves` reads what is to be drawn, `phases` what is shaded, `drawing` lays both out on a canvas,
and `figure` puts the pictures, the sources and the table of values together for a page.
"""

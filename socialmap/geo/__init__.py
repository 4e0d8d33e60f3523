"""Where something is: place names, postcodes, coordinates and the services that know them.

`chain.find_place` is the way in for a page; everything else is one part of it.
All points are WGS 84 (EPSG:4326), decimal degrees, latitude first.
"""

"""The world's places: GeoNames (CC BY 4.0, geonames.org) and Unicode CLDR, compiled into two tables that are read in
place.
"""

#!/usr/bin/env python3
"""Reads a TIFF with tifffile, an independent reader, for the tests of our recorder.

usage: read_tiff_frames.py FILE

Prints for every page: number, type of the samples, height, width, CRC-32 of the samples as little-endian bytes, and their mean.
After the pages "ome" and the size of the first axis of tifffile's series, or "plain" if it sees no OME-XML.
"""
import sys
import zlib

import numpy as np
import tifffile


def main(file):
    with tifffile.TiffFile(file) as tiff:
        for number, page in enumerate(tiff.pages):
            samples = page.asarray()
            little = np.ascontiguousarray(samples, dtype=samples.dtype.newbyteorder("<"))
            print(number, samples.dtype.name, *samples.shape, format(zlib.crc32(little.tobytes()), "x"),
                  repr(float(samples.mean(dtype=np.float64))))
        print(("ome %d" % tiff.series[0].shape[0]) if tiff.is_ome else "plain")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

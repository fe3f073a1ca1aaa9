#!/usr/bin/env python3
"""Writes small HDF5 movies with h5py, an independent writer, for the tests of our reader.

usage: make_hdf5_fixtures.py OUTPUT_FOLDER

Content, the same formula as in Hdf5ConformanceTest:
  sample(frame, index) = (frame * 7919 + index * 131 + (frame * index) % 251) mod 65536,   index = y * width + x
Every movie has 12 frames of 20 x 30 unless said otherwise. Its times, in nanoseconds since 1970, are
  1620000000000000000 + frame * 500000000 + (frame % 3) * 1000000

Beside every movie, NAME.samples.csv lists where its samples lie (start,bytes,packed): what is left is structure.
"""
import os
import sys

import h5py
import numpy as np

FRAMES, HEIGHT, WIDTH = 12, 20, 30
EPOCH = 1620000000000000000


def samples(frames=FRAMES, height=HEIGHT, width=WIDTH):
    f = np.arange(frames, dtype=np.int64)[:, None]
    i = np.arange(height * width, dtype=np.int64)[None, :]
    return ((f * 7919 + i * 131 + (f * i) % 251) % 65536).astype(np.uint16).reshape(frames, height, width)


def noise():
    """Bytes that no packer can shorten: the top bits of a multiplicative hash."""
    k = np.arange(FRAMES * HEIGHT * WIDTH, dtype=np.uint64)
    h = (k + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    h = (h ^ (h >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    return (h >> np.uint64(48)).astype(np.uint16).reshape(FRAMES, HEIGHT, WIDTH)


def times(frames=FRAMES):
    f = np.arange(frames, dtype=np.int64)
    return EPOCH + f * 500000000 + (f % 3) * 1000000


def write(folder, name, data=None, libver=None, timing=None, userblock=0, **layout):
    data = samples() if data is None else data
    options = {} if libver is None else {"libver": libver}
    with h5py.File(os.path.join(folder, name), "w", userblock_size=userblock, **options) as f:
        f.create_dataset("movie", data=data, **layout)
        f.create_dataset("camera_timing", data=times(data.shape[0]) if timing is None else timing)


def extents(dataset):
    """Where the samples of a dataset lie in the file: (start, bytes, packed)."""
    if dataset.dtype.kind not in "iuf":
        return []
    if dataset.chunks is None:
        start = dataset.id.get_offset()
        return [] if start is None else [(start, dataset.id.get_storage_size(), 0)]
    packed = int(dataset.compression is not None or dataset.shuffle or dataset.fletcher32)
    chunks = [dataset.id.get_chunk_info(k) for k in range(dataset.id.get_num_chunks())]
    return [(c.byte_offset, c.size, packed) for c in chunks]


def list_samples(folder):
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".h5"):
            continue
        found = []
        with h5py.File(os.path.join(folder, name), "r") as f:
            f.visititems(lambda path, node: found.extend(extents(node)) if isinstance(node, h5py.Dataset) else None)
        with open(os.path.join(folder, name + ".samples.csv"), "w") as out:
            out.write("start,bytes,packed\n")
            for start, size, packed in found:
                out.write("%d,%d,%d\n" % (start, size, packed))


def main(folder):
    os.makedirs(folder, exist_ok=True)
    make(folder)
    list_samples(folder)


def make(folder):
    whole = (1, HEIGHT, WIDTH)
    write(folder, "contiguous.h5")
    write(folder, "contiguous_big_endian.h5", samples().astype(">u2"))
    write(folder, "user_block.h5", userblock=1024)
    write(folder, "chunked.h5", chunks=whole)
    write(folder, "deflate.h5", chunks=whole, compression="gzip")
    write(folder, "deflate_shuffle.h5", chunks=(5, 7, 11), compression="gzip", shuffle=True)
    write(folder, "deflate_shuffle_fletcher.h5", chunks=(2, 20, 30), compression="gzip", shuffle=True, fletcher32=True)
    write(folder, "fletcher.h5", chunks=(3, 8, 30), fletcher32=True)
    write(folder, "lzf.h5", chunks=whole, compression="lzf")
    write(folder, "lzf_shuffle.h5", chunks=(4, 20, 30), compression="lzf", shuffle=True)
    write(folder, "big_endian_deflate.h5", samples().astype(">u2"), chunks=whole, compression="gzip", shuffle=True)
    write(folder, "automatic_chunks.h5", chunks=True, compression="gzip")
    write(folder, "timing_in_blocks.h5", timing=times().reshape(3, 4), chunks=whole)
    write(folder, "noise_deflate.h5", noise(), chunks=whole, compression="gzip")
    write(folder, "noise_lzf.h5", noise(), chunks=whole, compression="lzf")
    write(folder, "uint8.h5", (samples() & 0xFF).astype(np.uint8), chunks=whole, compression="gzip")
    write(folder, "float32.h5", samples().astype(np.float32) / 4, chunks=whole, compression="gzip", shuffle=True)
    write(folder, "float64.h5", samples().astype(np.float64) / 4)
    many = samples(3000, 4, 5)
    write(folder, "many_chunks.h5", many, chunks=(1, 4, 5), compression="gzip")
    # the newer chunk indexes: single chunk, fixed array, extensible array, B-tree of version 2, implicit
    write(folder, "latest_contiguous.h5", libver="latest")
    write(folder, "latest_single.h5", libver="latest", chunks=(FRAMES, HEIGHT, WIDTH), compression="gzip")
    write(folder, "latest_fixed.h5", libver="latest", chunks=(5, 7, 11), compression="gzip", shuffle=True)
    write(folder, "latest_fixed_plain.h5", libver="latest", chunks=(5, 7, 11))
    write(folder, "latest_fixed_many.h5", many, libver="latest", chunks=(1, 4, 5), compression="gzip")
    growing = (None, HEIGHT, WIDTH)
    write(folder, "latest_extensible.h5", libver="latest", chunks=whole, maxshape=growing)
    write(folder, "latest_extensible_deflate.h5", libver="latest", chunks=whole, maxshape=growing, compression="gzip")
    write(folder, "latest_extensible_many.h5", many, libver="latest", chunks=(1, 4, 5), maxshape=(None, 4, 5),
          compression="gzip")
    write(folder, "latest_extensible_many_plain.h5", many, libver="latest", chunks=(1, 4, 5), maxshape=(None, 4, 5))
    write(folder, "latest_btree.h5", libver="latest", chunks=(5, 7, 11), maxshape=(None, None, WIDTH),
          compression="gzip")

    with h5py.File(os.path.join(folder, "latest_implicit.h5"), "w", libver="latest") as f:
        creation = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        creation.set_chunk((5, 7, 11))
        creation.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        space = h5py.h5s.create_simple((FRAMES, HEIGHT, WIDTH))
        dataset = h5py.h5d.create(f.id, b"movie", h5py.h5t.STD_U16LE, space, creation)
        dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, samples())
        f.create_dataset("camera_timing", data=times())

    with h5py.File(os.path.join(folder, "unwritten.h5"), "w") as f:
        movie = f.create_dataset("movie", (FRAMES, HEIGHT, WIDTH), "<u2", chunks=whole, compression="gzip", fillvalue=7)
        movie[:8] = samples()[:8]
        f.create_dataset("camera_timing", data=times())

    with h5py.File(os.path.join(folder, "unwritten_times.h5"), "w") as f:
        f.create_dataset("movie", data=samples())
        timing = times()
        timing[9:] = 0
        f.create_dataset("camera_timing", data=timing)

    # a recording program's file: camera's own clock, a start time, pixel size and rate as attributes, other datasets
    with h5py.File(os.path.join(folder, "recording.h5"), "w") as f:
        f.attrs["start_time"] = "2021-05-03T00:00:00.250+00:00"
        f.attrs["pixel_size_um"] = 0.0694
        f.create_dataset("movie", data=samples(), chunks=(1, HEIGHT, WIDTH), compression="gzip")
        f.create_dataset("camera_timing", data=(times() - EPOCH + 123456789).astype(np.float64))
        f.create_dataset("average_intensity", data=samples().mean(axis=(1, 2)))
        reading = np.arange(40, dtype=np.float64)
        f.create_dataset("potentiostat_value",
                         data=np.stack([3 - 0.01 * reading, -1e-3 + 0 * reading, 0.5 * reading, 10 * reading]),
                         maxshape=(4, None), chunks=(4, 16))
        f.create_dataset("stage_position", data=np.zeros((3, FRAMES)))
        f.create_dataset("echem_dataframe", data=np.array([(1, 2.5, b"rest")], dtype=[("i", "i4"), ("v", "f8"), ("s", "S8")]))
        f.create_dataset("comment", data=["first", "second"], dtype=h5py.string_dtype())
        f.create_group("empty")

    with h5py.File(os.path.join(folder, "other_names.h5"), "w") as f:
        group = f.create_group("data/run 1")
        images = group.create_dataset("images", data=samples(), chunks=(1, HEIGHT, WIDTH))
        images.attrs["fps"] = 4.0
        f.create_dataset("table", data=np.zeros((3, 3)))

    for libver, name in ((None, "many_objects.h5"), ("latest", "latest_many_objects.h5")):
        with h5py.File(os.path.join(folder, name), "w", **({} if libver is None else {"libver": libver})) as f:
            for k in range(300):
                f.create_dataset("item_%03d" % k, data=np.arange(3))
            f.create_dataset("movie", data=samples())
            f.create_dataset("camera_timing", data=times())
            for k in range(20):
                f.attrs["attribute_%02d" % k] = k
            f.attrs["pixel_size_um"] = 0.5


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

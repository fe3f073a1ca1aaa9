#!/usr/bin/env python3
"""Looks at the jars that were built: which plugins each tells its host of.

usage: check_plugin_indexes.py TARGET_FOLDER

The jar for Micro-Manager Studio holds its own plugins and nothing else; the others do not hold those, which would need Studio.
"""
import glob
import json
import os
import sys
import zipfile

INDEX = "META-INF/json/org.scijava.plugin.Plugin"
STUDIO = "net.operando.studio."


def plugins(jar):
    with zipfile.ZipFile(jar) as archive:
        text = archive.read(INDEX).decode()
        names = archive.namelist()
    # objects one after another; merged indexes have line ends between them
    decoder, rest, found = json.JSONDecoder(), text.strip(), []
    while rest:
        entry, end = decoder.raw_decode(rest)
        found.append(entry["class"])
        rest = rest[end:].strip()
    return found, names


def main(target):
    studio = glob.glob(os.path.join(target, "operando_plugins-*-mmstudio.jar"))
    others = [os.path.join(target, "operando.jar")] + [jar for jar in glob.glob(os.path.join(target, "operando_plugins-*.jar"))
              if not jar.endswith(("-mmstudio.jar", "-sources.jar", "-tests.jar", "-javadoc.jar"))]
    assert len(studio) == 1, "one jar for Studio expected: %s" % studio
    found, names = plugins(studio[0])
    assert sorted(found) == [STUDIO + "AcquirePlugin", STUDIO + "AnalyseExperimentPlugin"], found
    classes = [name for name in names if name.endswith(".class")]
    assert all(name.startswith("net/operando/studio/") for name in classes), classes
    print("%s: %s" % (os.path.basename(studio[0]), ", ".join(found)))
    assert len(others) >= 3, "the thin jar, the one for ImageJ and the runnable one expected: %s" % others
    for jar in others:
        found, names = plugins(jar)
        assert "net.operando.ui.command.acquire.AcquireCommand" in found, jar
        assert not any(name.startswith(STUDIO) for name in found), jar
        assert not any(name.startswith("net/operando/studio/") for name in names), jar
        print("%s: %d plugins, none of Studio's" % (os.path.basename(jar), len(found)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

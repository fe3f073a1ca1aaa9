// Synthetic Experiment: Generates a movie and the potentiostat's files of an experiment whose truth is known, to test analyses with.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Synthetic Experiment...", "preset=[Two fronts] pixelsizeum=0.2 noise=true drift=true seed=1 format=TIFF activeends=Preset cells=0 output=[" + sample + "results/synthetic-experiment]");

// Analyse Experiment: Makes kymographs, front velocities, figures, videos and a report from a movie and the potentiostat's files, in one step.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Analyse Experiment...", "movie=[" + sample + "movie.tif] echem=[" + sample + "echem] parameters=[" + sample + "analysis.json] output=[" + sample + "results/analyse-experiment]");

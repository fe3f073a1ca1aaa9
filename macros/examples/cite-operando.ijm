// Cite Operando: Lists what to cite as BibTeX: Operando, the paper, and the sources of every method used on the active image.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Cite Operando...", "output=[" + sample + "results/cite-operando]");

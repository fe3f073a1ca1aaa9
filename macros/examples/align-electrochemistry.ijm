// Align Electrochemistry: Puts the potentiostat's record on the movie's clock: voltage, current, charge and x at every frame, and the cycles.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Open Operando Movie...", "file=[" + sample + "movie.tif] dataset=auto pixelsizeum=0 frameintervalseconds=0");
run("Align Electrochemistry...", "echem=[" + sample + "echem] method=Timestamps offsetseconds=0 dateorder=Auto massmg=0 capacitymahg=178.25 cratebasemahg=178 currentsign=Auto output=[" + sample + "results/align-electrochemistry]");

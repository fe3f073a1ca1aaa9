// TrackMate Velocities: Reads a TrackMate file (versions 7 and 8): the velocity of every branch of its tracks, and which came from which.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("TrackMate Velocities...", "file=[" + sample + "results/fragments/fragments.xml] output=[" + sample + "results/trackmate-velocities]");

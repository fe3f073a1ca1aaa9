// Diffusion from GITT: Takes a diffusion coefficient from every pulse of a titration, with its 95 % interval and flags, and the voltage curve.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Diffusion from GITT...", "file=[" + sample + "titration.csv] method=[Short Time] geometry=Slab lengthum=1 startx=0.1 currentsign=Auto output=[" + sample + "results/diffusion-from-gitt]");

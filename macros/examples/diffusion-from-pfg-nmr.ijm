// Diffusion from PFG-NMR: Fits the decays of PFG-NMR at each temperature and an Arrhenius line through them, with its 95 % interval.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Diffusion from PFG-NMR...", "file=[" + sample + "decays.csv] deltams=2 bigdeltams=10 factor=2 model=[1D powder] extrapolatek=298.15 output=[" + sample + "results/diffusion-from-pfg-nmr]");

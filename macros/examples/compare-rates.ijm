// Compare Rates: Compares the front velocities of many analysed experiments by C-rate, with simulated ones over them, and how rods lengthen with capacity.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Compare Rates...", "folder=[" + sample + "results] criterion=half_max polarity=Dark direction=Lithiation ratetolerance=0.1 lagratio=2 output=[" + sample + "results/compare-rates]");

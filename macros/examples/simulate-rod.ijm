// Simulate Rod: Simulates lithium in a rod under a current or a protocol: kymographs like measured ones, fronts, voltage.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Simulate Rod...", "material=NWO lengthum=20.4 widthum=3.5 crate=5 startx=0.08 seconds=5 activeends=Both share=1 sharing=[Equal Flux] temperaturek=298.15 lagseconds=1 cells=40 kappa=0 regimemap=false output=[" + sample + "results/simulate-rod]");

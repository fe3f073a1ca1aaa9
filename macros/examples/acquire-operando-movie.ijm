// Acquire Operando Movie: Records a movie by a plan, on one clock with the potentiostat, without losing a frame or a time.
// Runs on a folder written by File > Open Samples > Operando, or with the same names in it.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
run("Acquire Operando Movie...", "plan=[" + sample + "plan.json] microscope=Simulated realtime=false output=[" + sample + "results/acquire-operando-movie]");

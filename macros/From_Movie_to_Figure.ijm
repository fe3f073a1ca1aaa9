// From a movie and the potentiostat's files to a figure with front velocities, and what to cite for it.
// Runs on a folder written by File > Open Samples > Operando. For your own data, change the names and the line.
sample = getArgument();
if (sample == "") sample = getDirectory("Folder of the sample");
line = "17.5,33.3,298.2,120.8"; // along the rod, in px; leave it out to use the selection on the image
results = sample + "figure";

run("Open Operando Movie...", "file=[" + sample + "movie.tif]");
movie = getImageID();
run("Align Electrochemistry...", "echem=[" + sample + "echem] method=Timestamps startx=0.08 output=[" + results + "]");
selectImage(movie);
run("Line-Cut Kymograph...", "line=" + line + " widthpx=10 interpolation=Linear lagseconds=1 output=[" + results + "]");
run("Front Velocities...", "criterion=half_max polarity=Dark maxfronts=2 output=[" + results + "]");
run("Cite Operando...", "output=[" + results + "]");

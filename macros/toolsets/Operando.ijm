// Operando's toolset: choose it from the >> menu at the right of ImageJ's toolbar.
// A click with a tool runs its command; a double click on its icon opens the command's dialog.

var widthpx = 10;
var lag = 1;

macro "Open Operando movie Action Tool - C059R11edL1444LdbdbLb4e4Ca00P58b85a0" {
	run("Open Operando Movie...");
}

// Drag a line along a rod: its kymograph opens.
macro "Line-cut of a rod Tool - C059L2dd2Cf80L1a5eLa1e5" {
	getCursorLoc(x0, y0, z, flags);
	x = x0; y = y0;
	while (flags & 16 != 0) {
		getCursorLoc(x, y, z, flags);
		makeLine(x0, y0, x, y, widthpx);
		wait(20);
	}
	if (abs(x - x0) + abs(y - y0) > 5)
		run("Line-Cut Kymograph...", "widthpx=" + widthpx + " interpolation=Linear lagseconds=" + lag);
}

macro "Line-cut of a rod Tool Options" {
	widthpx = getNumber("Width of the cut (px)", widthpx);
	lag = getNumber("Lag of the rate (s), 0 for the intensity", lag);
}

// Click into a kymograph: its fronts are traced.
macro "Fronts of a kymograph Tool - C059R11edCf00L2b77L77b2" {
	run("Front Velocities...", "criterion=half_max polarity=Both maxfronts=4");
}

macro "Fronts of a kymograph Tool Options" {
	run("Front Velocities...");
}

// Click into a kymograph: a window opens in which its fronts can be moved, deleted and added by hand.
macro "Edit fronts of a kymograph Tool - C059R11edCf00L3a77L77b3C000R2922R6622Ra222" {
	run("Edit Fronts...", "criterion=half_max polarity=Both maxfronts=4");
}

macro "Edit fronts of a kymograph Tool Options" {
	run("Edit Fronts...");
}

// Drag a line along a rod: the selection stays, at the width of the next cut, for any command that takes a rod.
macro "Rod Tool - C777R11edC059L3bb3L4cc4" {
	getCursorLoc(x0, y0, z, flags);
	while (flags & 16 != 0) {
		getCursorLoc(x, y, z, flags);
		makeRotatedRectangle(x0, y0, x, y, 50);
		wait(20);
	}
}

macro "Rod Tool Options" {
	run("Line-Cut Kymograph...");
}

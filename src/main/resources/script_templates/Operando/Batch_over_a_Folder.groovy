#@ File (label = "Folder of movies", style = "directory") folder
#@ String (label = "Names end in", value = ".tif,.tdms,.h5") endings
#@ String (label = "Line along the rod (x0,y0,x1,y1 px)", value = "17.5,33.3,298.2,120.8") line
#@ File (label = "Output folder", style = "directory") output
#@ CommandService commands

// Every movie of a folder: kymograph and front velocities, each in a folder of its own. A movie that fails does not stop the
// others; failures.csv says which failed and why.

import net.operando.base.OperandoException
import net.operando.ui.command.measure.FrontVelocitiesCommand
import net.operando.ui.command.measure.KymographCommand
import net.operando.ui.command.movie.OpenMovieCommand

def run = { Class type, Map inputs ->
	def module = commands.run(type, true, inputs).get()
	def failure = module.command.failure()
	if (failure != null) throw failure
	module
}
def quoted = { String text -> '"' + text.replace('"', '""') + '"' }

def movies = folder.listFiles().findAll { f -> endings.split(",").any { f.name.endsWith(it.trim()) } }.sort { it.name }
def table = new StringBuilder("movie,done,message\n")
for (movie in movies) {
	def results = new File(output, movie.name.replaceAll(/\.\w+$/, "")).path
	try {
		def image = run(OpenMovieCommand, [file: movie]).getOutput("movie")
		def kymograph = run(KymographCommand, [image: image, line: line, output: results]).getOutput("kymograph")
		run(FrontVelocitiesCommand, [image: kymograph, output: results])
		table << quoted(movie.name) + ",true,\n"
	}
	catch (OperandoException e) {
		table << quoted(movie.name) + ",false," + quoted(e.message) + "\n"
	}
}
output.mkdirs()
new File(output, "failures.csv").text = table.toString()
println(table)

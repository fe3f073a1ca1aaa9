/** The door to all movies: finds a file's format from its content, opens it and lays the user's options over it. */
package net.operando.data.io.movies;

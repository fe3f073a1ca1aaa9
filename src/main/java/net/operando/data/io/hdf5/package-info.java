/**
 * HDF5 movies and the potentiostat's readings beside them. Source: The HDF Group, "HDF5 File Format Specification",
 * version 3.0; the structure is read by the jHDF library, samples by position from here.
 * <p>
 * Units: {@code camera_timing} in ns, rates in Hz, voltage in V, current in A.
 */
package net.operando.data.io.hdf5;

#pragma once

#include <gvc.h>
#include <stdbool.h>

// A device of Graphviz that writes PNG by libpng from what cairo has painted: the same pixels as the
// library's own device, in a tenth of its time.
//
// The bytes wait here until they are taken, since a device can only write by a function of the
// library that no installed header declares.

/// The format to ask a context for.
#define PNG_DEVICE_FORMAT "png:cairo:backchannel"

/// Makes the device known to a context.
void png_device_add(GVC_t *context);

/// Hands over the drawing that was made last, to be freed by `free`; false where it is not whole.
bool png_device_take(char **bytes, size_t *count);

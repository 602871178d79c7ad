// This file was overwritten by mistake at 07:12:33 by a second worker on the same task, and the text that stood here
// (written 07:10:43) could not be recovered. Please write it again. package-info.java here, in query/ and in ui/ were
// replaced in the same second: check them too.

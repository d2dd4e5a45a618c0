"""Apart: stand-downs between parties that are not allied."""

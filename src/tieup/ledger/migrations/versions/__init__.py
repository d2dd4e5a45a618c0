"""The migrations, one file each; what is released here is never changed."""

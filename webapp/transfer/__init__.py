"""Transfer: bringing tasks along from elsewhere, and taking them away as a file."""

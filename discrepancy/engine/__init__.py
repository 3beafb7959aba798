"""Where stages run, and nothing else."""

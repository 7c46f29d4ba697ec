"""The gateway: passes on what is for the engines of the broker's own sessions, and for nobody else."""

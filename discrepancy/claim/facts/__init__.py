"""What became of people: killed, hurt, missing, held; how many of them, who, and in which event."""

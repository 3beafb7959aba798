"""What articles tell of persons: their ages, offices, titles and posts, their lives and what became of them, the weapons they bore."""

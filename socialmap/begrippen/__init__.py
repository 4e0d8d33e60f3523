"""What people do with the begrippen in the database."""

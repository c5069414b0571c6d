"""Many articles: tables of who said what, who is who across them, and questions to them."""

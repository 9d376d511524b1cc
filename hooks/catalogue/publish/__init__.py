"""From outputs to a site: the frame around pages, the sitemap, the files on the disk."""
